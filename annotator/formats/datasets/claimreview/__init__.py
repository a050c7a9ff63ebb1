"""schema.org ClaimReview."""

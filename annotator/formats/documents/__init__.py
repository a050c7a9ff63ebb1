"""Documents that hold one article each: one module a format."""

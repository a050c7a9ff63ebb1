"""What is being worked on: articles, claims, files, settings, background tasks."""

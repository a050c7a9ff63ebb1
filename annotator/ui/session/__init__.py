"""The work in progress: articles, claims, files, settings, background tasks."""

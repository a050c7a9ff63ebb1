"""Everything that reads text: pipelines, their components, and the process they run in."""

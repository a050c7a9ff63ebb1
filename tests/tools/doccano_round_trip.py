"""Run by doccano's own Python: import a file into a new project, and export it again.

doccano's own import and export are called as its task queue would call them.
"""

import os
import sys
from importlib import import_module
from pathlib import Path


def main(source: str, home: str) -> None:
    """Import `source` and leave doccano's export of it below `home`."""
    os.environ["DOCCANO_HOME"] = home
    # Importing its command line sets doccano up.
    import_module("backend.cli")
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core import management

    management.call_command("migrate", verbosity=0)
    management.call_command("create_roles", verbosity=0)
    user = get_user_model().objects.create_superuser("rina", "rina@example.org", "only-for-tests")

    from data_export.celery_tasks import export_dataset
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import create_file_format
    from data_import.pipeline.readers import FileName
    from projects.models import Project, ProjectType, SequenceLabelingProject

    project = SequenceLabelingProject.objects.create(
        name="Proof",
        description="",
        project_type=ProjectType.SEQUENCE_LABELING,
        created_by=user,
        allow_overlapping=True,
        use_relation=True,
        collaborative_annotation=True,
    )
    project.add_admin()
    dataset = load_dataset(
        "RelationExtraction",
        create_file_format("JSONL"),
        [FileName(source, Path(source).name, Path(source).name)],
        Project.objects.get(pk=project.id),
        encoding="Auto",
    )
    dataset.save(user, batch_size=1000)
    for error in dataset.errors:
        sys.stdout.write(f"error: {error.dict()}\n")
    sys.stdout.write(f"{export_dataset(project.id, 'JSONL')}\n")


main(*sys.argv[1:])

"""Label Studio takes the tasks and the labelling config, and gives the same regions back."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from exported import export

pytestmark = pytest.mark.slow
TOKEN = "0123456789abcdef0123456789abcdef01234567"


def regions(task: dict[str, Any]) -> list[Any]:
    (work,) = task["annotations"] or task["predictions"]
    return sorted(json.dumps(result, sort_keys=True) for result in work["result"])


def test_the_same_regions_come_back(
    tmp_path: Path, python_of: Callable[[str], str], serve: Any, port: int
) -> None:
    command = Path(python_of("label-studio")).with_name("label-studio")
    export("label-studio", tmp_path / "x")
    given = json.loads((tmp_path / "x" / "articles.json").read_text("utf-8"))
    env = os.environ | {
        "LABEL_STUDIO_BASE_DATA_DIR": str(tmp_path / "data"),
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
        "COLLECT_ANALYTICS": "false",
        "SENTRY_DSN": "",
    }
    start = [
        str(command), "start", "--no-browser", "--port", str(port), "--data-dir",
        str(tmp_path / "data"), "--username", "a@example.org", "--password", "only-for-tests",
        "--user-token", TOKEN,
    ]  # fmt: skip
    with serve(start, port, "/health", env) as address:
        client = httpx.Client(
            base_url=f"{address}/api", headers={"Authorization": f"Token {TOKEN}"}, timeout=120
        )
        config = (tmp_path / "x" / "labelling-config.xml").read_text("utf-8")
        made = client.post("/projects", json={"title": "Proof", "label_config": config})
        assert made.status_code == 201, made.text
        project = f"/projects/{made.json()['id']}"
        taken = client.post(f"{project}/import", json=given)
        assert taken.status_code == 201, taken.text
        assert taken.json()["annotation_count"] == sum("annotations" in task for task in given)
        back = client.get(
            f"{project}/export", params={"exportType": "JSON", "download_all_tasks": "true"}
        ).json()
        # Only tasks with annotations come back whole; predictions are asked for by task.
        tasks = {task["data"]["id"]: task for task in back}
        for task in given:
            found = tasks[task["data"]["id"]]
            assert found["data"]["text"] == task["data"]["text"]
            assert found["data"]["annotator"] == task["data"]["annotator"]
            if "annotations" in task:
                assert regions(found) == regions(task)

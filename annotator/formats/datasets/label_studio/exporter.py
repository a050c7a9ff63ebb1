"""Label Studio: a list of tasks and the labelling config they need.

Offsets are code points: the editor of Label Studio 1.23 spreads the text into an array of
code points before it cuts (libs/editor/src/tags/object/RichText/domManager.ts), although
its documentation says nothing of it. Format: labelstud.io/guide/task_format.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import msgspec

from annotator.core.article import Article
from annotator.core.spans import Claim
from annotator.formats.decided_graph import divided
from annotator.formats.exporter import Exporter, Piece, safe_ids
from annotator.formats.graph import RELATIONS, Graph, Link, Node, Sidecar

# Okabe and Ito's colours, by the names that schemes use.
COLOURS = {"official": "#0072B2", "sourced": "#009E73", "speculative": "#D55E00"}


class LabelStudio(Exporter):
    """Tasks; what people made or decided is an annotation, all else a prediction."""

    name = "label-studio"
    title = "Label Studio (JSON and labelling config)"
    claims = "all"

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        name, opening = f"{stem}.json", b"[\n"
        encoder = msgspec.json.Encoder()
        for article in articles:
            self.counts.add_article(article)
            graph = Graph.of(article)
            self._names.update(node.name for node in graph.nodes if node.role == "entity")
            self._labels.update(claim.label or _suggested(claim) for claim in article.claims)
            self.ledger.enter(article.id, self.held(article, graph))
            # A line a task, so that neither writing nor reading back needs them all at once.
            yield Piece(name, opening + encoder.encode(_task(article, graph)))
            opening = b",\n"
        yield Piece(name, b"\n]\n" if opening != b"[\n" else b"[]\n")

    def closing(self) -> Iterator[Piece]:
        yield Piece("labelling-config.xml", self._config().encode())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*.json")):
            with path.open("rb") as stream:
                for line in stream:
                    if line.startswith(b"{"):
                        task = msgspec.json.decode(line.rstrip(b",\n"))
                        yield task["data"]["id"], list(_held(task))

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._names: set[str] = set()
        self._labels: set[str] = set()

    def _config(self) -> str:
        """Return the labelling config, with one label for each name that was written."""
        parts = ("CLAIM", "SOURCE", "CUE", "HEDGE", "ZONE")
        labels = [
            f"    <Label value={quoteattr(name)}/>" for name in (*parts, *sorted(self._names))
        ]
        choices = [
            f"    <Choice value={quoteattr(label.key)} hotkey={quoteattr(label.shortcut)} "
            f"hint={quoteattr(label.guideline)}/>"
            for label in self.settings.scheme.labels
        ]
        known = {"", *(label.key for label in self.settings.scheme.labels)}
        choices += [f"    <Choice value={quoteattr(key)}/>" for key in sorted(self._labels - known)]
        relations = [f'    <Relation value="{name}"/>' for name in RELATIONS.values()]
        for_claims = 'perRegion="true" whenTagName="span" whenLabelValue="CLAIM"'
        return "\n".join(
            [
                "<View>",
                '  <Labels name="span" toName="text">',
                *labels,
                "  </Labels>",
                f'  <Choices name="label" toName="text" choice="single" {for_claims}>',
                *choices,
                "  </Choices>",
                f'  <TextArea name="note" toName="text" placeholder="Note" {for_claims}/>',
                "  <Relations>",
                *relations,
                "  </Relations>",
                '  <Text name="text" value="$text" granularity="symbol"/>',
                "</View>",
                "",
            ]
        )


def _task(article: Article, graph: Graph) -> dict[str, Any]:
    header = article.header
    task: dict[str, Any] = {
        "data": {
            "text": article.text,
            "id": article.id,
            "title": header.title,
            "url": header.url,
            "annotator": Sidecar.of(article, graph),
        }
    }
    decided, rest = divided(article, safe_ids(graph))
    if decided.nodes:
        labels = {claim.id: claim.label or "" for claim in article.claims}
        seconds = sum(claim.decision.seconds or 0 for claim in article.claims if claim.decision)
        work = {"result": list(_results(article, decided, labels)), "lead_time": round(seconds, 1)}
        task["annotations"] = [work]
    if rest.nodes:
        suggested = {claim.id: _suggested(claim) for claim in article.claims if not claim.decided}
        machine = next((m.origin.by for m in article.marks() if m.origin.kind == "model"), "")
        results = list(_results(article, rest, suggested))
        task["predictions"] = [{"model_version": machine or "annotator", "result": results}]
    return task


def _held(task: dict[str, Any]) -> Iterable[str]:
    """Return what a task holds; a mark that is in both annotations and predictions counts once."""
    points = task["data"]["text"]
    found = {}
    for work in (*task.get("annotations", ()), *task.get("predictions", ())):
        for result in work["result"]:
            if result["type"] == "labels":
                value = result["value"]
                said = points[value["start"] : value["end"]]
                found[result["id"]] = f"{value['labels'][0]}\t{said}"
    return found.values()


def _suggested(claim: Claim) -> str:
    return claim.suggestion.label if claim.suggestion else ""


def _results(article: Article, graph: Graph, labels: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the results of a graph; `labels` are those to be chosen, by claim."""
    claims = {claim.id: claim for claim in article.claims}
    pieces = {link.head for link in graph.links if link.type == "continues"}
    for node in graph.nodes:
        yield _result(article, node, "span", "labels", labels=[node.name])
        if node.role == "claim" and node.id not in pieces and labels.get(node.mark) is not None:
            label, note = labels[node.mark], claims[node.mark].note
            if label:
                yield _result(article, node, "label", "choices", choices=[label])
            if note:
                yield _result(article, node, "note", "textarea", text=[note])
    yield from map(_relation, graph.links)


def _result(article: Article, node: Node, name: str, type_: str, **value: Any) -> dict[str, Any]:
    said = {"start": node.start, "end": node.end, "text": article.text[node.start : node.end]}
    return {
        "id": node.id,
        "from_name": name,
        "to_name": "text",
        "type": type_,
        "value": said | value,
    }


def _relation(link: Link) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": link.head,
        "to_id": link.child,
        "direction": "right",
        "labels": [RELATIONS[link.type]],
    }


EXPORTER = LabelStudio

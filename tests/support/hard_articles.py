"""Articles that formats stumble over: emoji, pieces, overlap, nesting, right to left, odd signs."""

from datetime import UTC, datetime

from msgspec.structs import replace

from annotator.core.article import Article, Header, normalise
from annotator.core.spans import (
    Claim,
    Decision,
    Entity,
    Evidence,
    Origin,
    Span,
    Suggestion,
    Zone,
)

WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
MACHINE = Origin("model", "annotator 0.1 · rules", WHEN)
PERSON = Origin("person", "rina", WHEN)


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    """Return where each of the words stands first, after the one before it."""
    found, at = [], 0
    for word in words:
        at = text.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return tuple(found)


def span_of(text: str, word: str, after: str = "") -> Span:
    start = text.index(word, text.index(after))
    return Span(start, start + len(word))


def emoji() -> Article:
    """Astral characters before and inside marks, a content in pieces, CRLF in the file."""
    text = normalise(
        "\ufeff🚨 Kabar 👩‍👩‍👧 hari ini\r\n"
        "“Jalan 🛣️ itu,” kata Kepala Dinas Ani Sari, “belum dibuka.”\r\n"
        "Dia mengatakan stok beras aman dan meminta warga tenang 🇮🇩.\r\n"
        "Baca juga: 5 resep 🍚\r\n"
    )
    source = span_of(text, "Kepala Dinas Ani Sari")
    claims = (
        Claim(
            "c4",
            spans_of(text, "“Jalan 🛣️ itu,”", "“belum dibuka.”"),
            source=source,
            source_type="official",
            cue=spans_of(text, "kata"),
            direct=True,
            checkable=True,
            label="official",
            note="dicek dengan Dinas 🛣️",
            evidence=(
                Evidence("https://dinas.example/jalan", "Rilis", "2026-11-22", "sama"),
                Evidence("doc-17"),
            ),
            reasons=("“kata” melaporkan ucapan",),
            suggestion=Suggestion("official", ("jabatan pemerintah",)),
            decision=Decision("rina", WHEN, "suggest", "official", 4.5),
            origin=MACHINE,
        ),
        Claim(
            "c5",
            spans_of(text, "stok beras aman"),
            source=span_of(text, "Dia"),
            source_type="official",
            source_ref="Ani Sari",
            cue=spans_of(text, "mengatakan"),
            checkable=True,
            suggestion=Suggestion("official"),
            origin=MACHINE,
        ),
        Claim(
            "c6",
            spans_of(text, "warga tenang 🇮🇩"),
            source=span_of(text, "Dia"),
            source_type="official",
            source_ref="Ani Sari",
            cue=spans_of(text, "meminta"),
            checkable=False,
            label="sourced",
            alt_labels=("official",),
            decision=Decision("budi", WHEN, "evidence"),
            origin=PERSON,
        ),
    )
    zone = span_of(text, "Baca juga: 5 resep 🍚")
    name = span_of(text, "Ani Sari")
    return _article(
        "emoji",
        text,
        header=Header(
            "id",
            "Kabar 👩‍👩‍👧 hari ini",
            "Rina S.",
            "Harian Uji",
            "2026-11-23",
            "https://uji.example/kabar?a=1&b=2",
            machine_translated=False,
            original_lang="id",
        ),
        claims=claims,
        entities=(
            Entity("e2", name.start, name.end, "PER", MACHINE),
            Entity("e3", *_ends(span_of(text, "5", "Baca")), "CARDINAL", MACHINE),
        ),
        zones=(Zone("z1", zone.start, zone.end, "related", MACHINE),),
    )


def overlap() -> Article:
    """Nested and crossing contents, the same stretch twice, a shared hedge, a clitic source."""
    text = (
        "Menteri membantah laporan koran bahwa harga mungkin naik besok.\n"
        "Tidak ada masalah, katanya.\n"
        "Alinea pertama\nberlanjut di sini.\n"
    )
    claims = (
        Claim(
            "c1",
            spans_of(text, "laporan koran bahwa harga mungkin naik besok"),
            source=span_of(text, "Menteri"),
            source_type="official",
            cue=spans_of(text, "membantah"),
            polarity="neg",
            label="official",
            origin=PERSON,
        ),
        Claim(
            "c2",
            spans_of(text, "harga mungkin naik besok"),
            source=span_of(text, "koran"),
            source_type="media",
            via="Antara",
            cue=spans_of(text, "laporan"),
            hedges=spans_of(text, "mungkin"),
            label="speculative",
            nested_in="c1",
            origin=PERSON,
        ),
        Claim("c3", spans_of(text, "harga mungkin naik besok"), origin=PERSON, label="sourced"),
        Claim(
            "c7",
            spans_of(text, "bahwa harga mungkin"),
            hedges=spans_of(text, "mungkin"),
            polarity="cond",
            origin=MACHINE,
        ),
        Claim(
            "c8",
            spans_of(text, "Tidak ada masalah"),
            source=Span(text.index("katanya") + 4, text.index("katanya") + 7),
            source_type="unspecified",
            cue=spans_of(text, "kata"),
            direct="mixed",
            origin=MACHINE,
        ),
        Claim("c9", spans_of(text, "Alinea pertama\nberlanjut di sini"), origin=MACHINE),
    )
    return _article("overlap", text, claims=claims)


def right_to_left() -> Article:
    text = "قال الوزير أحمد علي: «الأسعار مستقرة ١٢٣». 😀\nשלום עולם, נמסר.\n"
    claims = (
        Claim(
            "c1",
            spans_of(text, "«الأسعار مستقرة ١٢٣»"),
            source=span_of(text, "الوزير أحمد علي"),
            cue=spans_of(text, "قال"),
            direct=True,
            label="official",
            origin=PERSON,
        ),
        Claim("c2", spans_of(text, "שלום עולם"), cue=spans_of(text, "נמסר"), origin=MACHINE),
    )
    name = span_of(text, "أحمد علي")
    return _article(
        "rtl",
        text,
        header=Header("ar", "الأسعار", machine_translated=True, original_lang="en"),
        claims=claims,
        entities=(Entity("e3", name.start, name.end, "PER", PERSON),),
    )


def signs() -> Article:
    """What quoting and escaping may break: markup, quotes, formulas, tabs, odd spaces."""
    text = (
        "=2+3 <b>tebal</b> & \"kutip\", 'satu'; a\tb | c\\d\n"
        "-5 persen\u00a0saja,\u200b kata S\u0301ari #1 {x} [y] %z\n"
    )
    claims = (
        Claim(
            "c1",
            (Span(0, text.index("\n")),),
            label="sourced",
            note='say "ya"\nlalu, =1',
            origin=PERSON,
        ),
        Claim(
            "c2",
            spans_of(text, "-5 persen\u00a0saja"),
            source=span_of(text, "S\u0301ari"),
            cue=spans_of(text, "kata"),
            label="speculative",
            origin=PERSON,
        ),
    )
    return _article('signs <&> "1"/2', text, claims=claims)


def bare() -> Article:
    return Article.of("bare", "Tidak ada apa-apa di sini.")


def hard_articles() -> tuple[Article, ...]:
    return (emoji(), overlap(), right_to_left(), signs(), bare())


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _article(
    id_: str,
    text: str,
    *,
    claims: tuple[Claim, ...],
    header: Header | None = None,
    entities: tuple[Entity, ...] = (),
    zones: tuple[Zone, ...] = (),
) -> Article:
    made = Article.of(id_, text, source=f"{len(text)}.txt", source_encoding="utf-8-sig")
    return replace(
        made,
        header=header or made.header,
        claims=tuple(sorted(claims, key=lambda claim: (claim.start, int(claim.id[1:])))),
        entities=entities,
        zones=zones,
        revision=3,
        last_id=9,
        extra={"shelfmark": "B-17"},
    )

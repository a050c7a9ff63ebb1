"""Invent articles whose words, headline, authors and date are known, for templates of pages."""

import random
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_WORDS = {
    "id": {
        "city": [
            "Palu",
            "Kupang",
            "Jambi",
            "Serang",
            "Kudus",
            "Bontang",
            "Tegal",
            "Sumbawa",
            "Kendari",
            "Blora",
        ],
        "first": [
            "Sari",
            "Budi",
            "Rina",
            "Agus",
            "Dewi",
            "Hendra",
            "Maya",
            "Yusuf",
            "Ratna",
            "Fajar",
            "Wulan",
            "Taufik",
        ],
        "last": [
            "Wibowo",
            "Lestari",
            "Siregar",
            "Nugroho",
            "Hasan",
            "Pane",
            "Utami",
            "Saputra",
            "Manurung",
            "Dahlan",
        ],
        "office": [
            *("Kepala Dinas Perhubungan", "Direktur Badan Pangan", "Juru bicara kepolisian"),
            *("Wakil wali kota", "Ketua asosiasi petani", "Sekretaris daerah", "Camat setempat"),
        ],
        "thing": [
            *("pembangunan pasar ikan", "perbaikan tanggul sungai", "penyaluran pupuk bersubsidi"),
            *("pemindahan terminal bus", "pemeriksaan air sumur", "penambahan guru honorer"),
            *("penataan kawasan pesisir", "pelebaran jalan provinsi", "pengadaan kapal patroli"),
        ],
        "outcome": [
            *("akan rampung sebelum musim hujan", "ditunda sampai anggaran disetujui dewan"),
            *("sudah menelan biaya tujuh miliar rupiah", "menimbulkan keluhan dari para pedagang"),
            *(
                "dikerjakan oleh tiga perusahaan dari luar daerah",
                "diawasi langsung oleh inspektorat",
            ),
            *("belum pernah dibahas bersama warga", "terhenti karena alat berat rusak"),
        ],
        "when": [
            "pekan lalu",
            "sejak Januari",
            "pada Selasa pagi",
            "akhir bulan ini",
            "tahun depan",
        ],
        "who": [
            "warga",
            "nelayan",
            "pedagang",
            "sopir angkutan",
            "orang tua murid",
            "petani tambak",
        ],
        "sentence": [
            "{office} {first} {last} mengatakan {thing} di {city} {outcome} {when}.",
            "“Kami memastikan {thing} {outcome}, dan {who} tidak perlu khawatir,” kata {last}.",
            "Menurut catatan dinas, {thing} yang dimulai {when} itu {outcome}.",
            "Sejumlah {who} di {city} menduga {thing} {outcome} tanpa pemberitahuan apa pun.",
            "Data resmi menunjukkan {number} {who} terdampak {thing} {when}.",
            "Hingga berita ini ditulis, {office} belum menjawab pertanyaan tentang {thing} itu.",
            "{first} {last}, seorang dari para {who}, mengaku baru mendengar rencana itu {when}.",
        ],
        "title": [
            "{thing} di {city} {outcome}",
            "{who} {city} pertanyakan {thing}",
            "{office} janjikan {thing} {when}",
        ],
        "head": ["Keluhan {who}", "Nasib {thing}", "Biaya dan pengawasan", "Tanggapan {city}"],
        "section": [
            "Nasional",
            "Daerah",
            "Ekonomi",
            "Olahraga",
            "Hiburan",
            "Teknologi",
            "Otomotif",
            "Indeks",
        ],
    },
    "en": {
        "city": [
            "Tarnmouth",
            "Eastbridge",
            "Wexley",
            "Halden",
            "Norbury",
            "Castleton",
            "Fairhaven",
            "Millbrook",
        ],
        "first": [
            "Helen",
            "Marcus",
            "Priya",
            "Owen",
            "Clara",
            "Dmitri",
            "Naomi",
            "Felix",
            "Ingrid",
            "Samuel",
        ],
        "last": [
            "Ortiz",
            "Whitaker",
            "Banerjee",
            "Larsen",
            "Okafor",
            "Delgado",
            "Prentice",
            "Hughes",
            "Moreau",
        ],
        "office": [
            *("Mayor", "Police spokesman", "Health commissioner", "County clerk", "Union leader"),
            *("Harbor master", "School superintendent", "Fire chief"),
        ],
        "thing": [
            *("the repair of the sea wall", "the new bus depot", "the inquiry into the ferry"),
            *(
                "the sale of the old hospital",
                "the ban on night trawling",
                "the water main project",
            ),
            *("the merger of two libraries", "the survey of cracked bridges"),
        ],
        "outcome": [
            *("would be finished before the first frost", "had been delayed by a lack of parts"),
            *("cost four million dollars more than planned", "was never put to a public vote"),
            *("drew complaints from shop owners", "would be watched by outside inspectors"),
            *("had stopped after the contractor left", "needed the approval of the council"),
        ],
        "when": [
            "last week",
            "since January",
            "on Tuesday morning",
            "later this month",
            "next year",
        ],
        "who": ["residents", "fishermen", "parents", "drivers", "shop owners", "volunteers"],
        "sentence": [
            "{office} {first} {last} said {when} that {thing} in {city} {outcome}.",
            "“We told the {who} that {thing} {outcome}, and we meant it,” {last} said.",
            "According to records seen by reporters, {thing} {outcome} {when}.",
            "Several {who} in {city} suspect that {thing} {outcome} without any notice.",
            "Official figures show that {number} {who} were affected by {thing} {when}.",
            "The office did not answer questions about whether {thing} {outcome}.",
            "{first} {last}, one of the {who}, heard of the plan for the first time {when}.",
        ],
        "title": [
            "{office} defends {thing} in {city}",
            "{who} in {city} question {thing}",
            "Why {thing} {outcome}",
        ],
        "head": ["What the {who} say", "A question of cost", "Who watches {thing}", "After {city}"],
        "section": [
            "World",
            "Politics",
            "Business",
            "Sport",
            "Culture",
            "Science",
            "Travel",
            "Opinion",
        ],
    },
}


class Invented(NamedTuple):
    """An article; `heads` are its subheadings by the number of the paragraph before them."""

    number: int
    lang: str
    title: str
    lead: str
    paragraphs: list[str]
    heads: dict[int, str]
    authors: list[str]
    date: str
    date_shown: str
    date_slashed: str
    city: str
    section: str
    sections: list[str]
    captions: list[str]
    related: list[str]
    teasers: list[str]
    tags: list[str]


def invent(lang: str, number: int) -> Invented:
    """Return an article that is the same each time for the same number."""
    draw = random.Random(f"{lang}{number}")
    words = _WORDS[lang]

    def say(form: str) -> str:
        picked = {name: draw.choice(of) for name, of in words.items()}
        text = draw.choice(words[form]).format(**picked, number=draw.randint(12, 980))
        return text[0].upper() + text[1:]

    count = draw.randint(7, 13)
    day = date(2019, 1, 1) + timedelta(days=draw.randint(0, 2500))
    month = _MONTHS[lang].split()[day.month - 1]
    shown = {
        "id": f"{_DAYS[day.weekday()]}, {day.day:02} {month} {day.year}",
        "en": f"{month} {day.day}, {day.year}",
    }
    names = [
        f"{first} {last}"
        for first, last in zip(
            draw.sample(words["first"], 2), draw.sample(words["last"], 2), strict=True
        )
    ]
    return Invented(
        number=10_000 + number,
        lang=lang,
        title=say("title"),
        lead=say("sentence"),
        paragraphs=[
            " ".join(say("sentence") for _ in range(draw.randint(1, 3))) for _ in range(count)
        ],
        heads={count // 2: say("head")} if number % 2 else {},
        authors=names[: draw.randint(1, 2)],
        date=day.isoformat(),
        date_shown=shown[lang],
        date_slashed=f"{day.day:02}/{day.month:02}/{day.year}",
        city=draw.choice(words["city"]),
        section=draw.choice(words["section"]),
        sections=words["section"],
        captions=[say("sentence") for _ in range(4)],
        related=[say("title") for _ in range(4)],
        teasers=[say("sentence") for _ in range(4)],
        tags=[draw.choice(words["thing"]) for _ in range(2)],
    )

"""Clauses without a verb behind a verb of saying."""

from __future__ import annotations

import pytest
from said import said, told


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Menteri Ani Sari mengatakan stok beras aman.", "Menteri Ani Sari", "mengatakan",
         "stok beras aman"),
        ("Kapolres mengatakan pelakunya dua orang.", "Kapolres", "mengatakan",
         "pelakunya dua orang"),
        ("Dokter Hasan mengatakan vaksin itu aman bagi anak.", "Dokter Hasan", "mengatakan",
         "vaksin itu aman bagi anak"),
        ("Ketua panitia menuturkan peserta lomba 300 orang.", "Ketua panitia", "menuturkan",
         "peserta lomba 300 orang"),
        ("Rina bilang dia capek.", "Rina", "bilang", "dia capek"),
        ("Kepala desa menjelaskan penyebabnya luapan sungai.", "Kepala desa", "menjelaskan",
         "penyebabnya luapan sungai"),
    ],
)  # fmt: skip
def test_indonesian_needs_no_verb(text: str, source: str, cue: str, content: str) -> None:
    assert told(text, "id") == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Minister Ani Sari said rice stocks were safe.", "Minister Ani Sari", "said",
         "rice stocks were safe"),
        ("Minister says rice stocks safe", "Minister", "says", "rice stocks safe"),
        ("Officials say no one hurt in blaze", "Officials", "say", "no one hurt in blaze"),
        ("The company said sales up 4 percent.", "The company", "said", "sales up 4 percent"),
    ],
)  # fmt: skip
def test_english_drops_the_verb_in_headlines(
    text: str, source: str, cue: str, content: str
) -> None:
    assert told(text, "en") == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Rina mengatakan kebenaran.", "id"),
        ("Menteri mengatakan hal senada.", "id"),
        ("Kepala sekolah menyampaikan terima kasih kepada warga.", "id"),
        ("Ia mengungkapkan perasaannya kepada ibunya.", "id"),
        ("Ia mengucapkan kata-kata itu.", "id"),
        ("She said a few words and left.", "en"),
        ("The mayor said the truth.", "en"),
        ("The coach said nothing.", "en"),
    ],
)
def test_a_bare_object_is_no_claim(text: str, lang: str) -> None:
    assert said(text, lang) == []

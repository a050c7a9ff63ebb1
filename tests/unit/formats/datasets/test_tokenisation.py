"""The tokeniser made faster cuts as spaCy's own does: training will use that one."""

from hard_articles import hard_articles
from spacy.language import Language

from annotator.formats.datasets.tokenisation import Tokeniser, tokeniser

# Ends of words that the rules for prefixes, suffixes and infixes look at.
AROUND = (
    "{}", "“{}”,", "({})", "{}-nya", "Rp{}.", "{}/{}", "{}{}", "\n{}  {}", "ke-{}", "“{},” a/{}",
)  # fmt: skip


def test_indonesian_exceptions_are_cut_as_by_spacy(indonesian_blank: Language) -> None:
    made = tokeniser("id")
    rules = indonesian_blank.Defaults.tokenizer_exceptions
    odd = [word for word in rules if not word.replace("-", "").isalpha()]
    for word in (*sorted(rules)[::100], *odd):
        for around in AROUND:
            text = around.replace("{}", word)
            cut = [token.text for token in indonesian_blank.tokenizer(text)]
            assert [token.text for token in made(text)] == cut


def test_articles_are_cut_as_by_spacy(indonesian_blank: Language) -> None:
    cut = Tokeniser()
    for article in hard_articles():
        tokens = cut.tokens(article.text, "id")
        doc = indonesian_blank.tokenizer(article.text)
        assert tokens.starts == [token.idx for token in doc]
        assert tokens.ends == [token.idx + len(token) for token in doc]
        assert tokens.spaces == [bool(token.whitespace_) for token in doc]


def test_a_span_is_widened_to_whole_tokens() -> None:
    tokens = Tokeniser().tokens("Katanya, 5,2 persen.", "id")
    assert tokens.widened(2, 4) == (0, 7)
    assert tokens.exact(0, 7)
    assert not tokens.exact(4, 7)
    assert tokens.around(9, 19) == (2, 4)

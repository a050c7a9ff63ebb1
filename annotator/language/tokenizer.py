"""Cut Indonesian text into tokens without spaCy's 15,614 exceptions for hyphenated words.

`spacy.blank("id")` spends seconds on exceptions that keep words such as "anak-anak"
whole. Here a hyphen between word characters never splits, so the only exceptions left
are abbreviations. docs/decisions/0010 has the figures.
"""

from collections.abc import Callable

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_ICONS,
    CONCAT_QUOTES,
)
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.lang.tokenizer_exceptions import URL_MATCH
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

NAME = "annotator.indonesian_tokenizer.v1"

# Words that end in a full stop. Single capitals ("H.", "H.M.") need no entry.
_ABBREVIATIONS = """
    Dr. dr. drg. drh. Drs. Dra. Prof. Ir. Tn. Ny. Nn. Sdr. Sdri. Mr. Mrs. Ms. St. Jr. Sr.
    Hj. KH. Ust. Tgk. Pdt. Rm. Ps. Rr. R.Ng. R.Ay. Plt. Pjs. Ka. Kp. Yth. Ph.D. LL.M.
    Jend. Letjen. Mayjen. Brigjen. Kol. Letkol. Irjen. Komjen. Kombes.
    A.Md. A.Ma. A.Md.Keb. A.Md.Kep. B.Sc. M.Ag. M.Eng. M.Hum. M.I.Kom. M.Kes. M.Kom.
    M.Pd. M.Psi. M.Sc. M.Si. M.Sn. M.Th. S.Ag. S.Hut. S.IK. S.I.Kom. S.Kep. S.Ked. S.Kom.
    S.Pd. S.Pd.I. S.Psi. S.Pt. S.Si. S.Sos. S.Sy. S.Th.
    Jan. Feb. Mar. Apr. Jun. Jul. Agu. Ags. Agt. Sep. Sept. Okt. Nov. Des.
    Jl. Jln. Gg. Kab. Kec. Kel. Ds. Prov. No. Telp. Tel. Fax. Rp.
    PT. CV. UD. Tbk. Ltd. Inc. Co. Corp. Pte. Bhd. Sdn. LLC.
    a.l. a.n. a.s. b.d. d.a. d.l. dkk. dll. dsb. dsj. dst. hlm. jl. n.b. s.d. tgl. u.p. vs.
"""
ABBREVIATIONS = tuple(_ABBREVIATIONS.split())

# Before a number only: elsewhere "Rp" and its like are the beginning of a word.
_CURRENCY = r"(?:Rp|IDR|USD|EUR|SGD|MYR|RMB|RM|S\$)\.?(?=[0-9])"
_UNITS = "(?:ribu|ribuan|rb|juta|jutaan|jt|miliar|milyar|triliun|persen|bps|px|[GM]bps|[GMk]Hz|mAh)"
_MARKS = ["``", "''", "--+", "[‹›‟‛]"]

_PREFIXES = [*_MARKS, _CURRENCY, *TOKENIZER_PREFIXES, "[/—-](?=.)"]
_SUFFIXES = [
    *_MARKS,
    *TOKENIZER_SUFFIXES,
    # Separate tokens after foreign words and names: in "KPK-nya" the name is a token.
    "(?<=.)-[Nn]ya",
    f"(?<=[0-9]){_UNITS}",
    "(?<=[0-9])%",
    "(?<=.)[/-]",
]
_INFIXES = [
    r"\.\.+",
    "…",
    CONCAT_ICONS,
    "(?<=[0-9])[+*^–-](?=[0-9-])",
    f"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    f"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    f"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
    f"(?<=[{ALPHA}0-9])(?:–|—|--+)(?=[{ALPHA}0-9])",
    # "TNI/Polri", but "C/D", "d/h" and "putra/i" stay whole.
    f"(?<=[{ALPHA}][{ALPHA}])/(?=[{ALPHA}][{ALPHA}])",
    f"(?<=[0-9])%(?=[{ALPHA}0-9/-])",
    "(?<=%)-(?=[0-9])",
]


class Indonesian(Language):  # type: ignore[no-untyped-call]
    """Indonesian without the exceptions, which are a module of their own to be imported.

    Our rules and models ask for none of spaCy's other defaults: stop words, noun chunks.
    It is not registered, so that `spacy.blank("id")` stays spaCy's own.
    """

    lang = "id"
    Defaults = BaseDefaults


def create_indonesian_tokenizer() -> Callable[[Language], Tokenizer]:
    """Make the factory that a pipeline's `[nlp.tokenizer]` block asks for."""

    def create(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules={word: [{"ORTH": word}] for word in ABBREVIATIONS},
            prefix_search=compile_prefix_regex(_PREFIXES).search,
            suffix_search=compile_suffix_regex(_SUFFIXES).search,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
            url_match=URL_MATCH,
        )

    return create


registry.tokenizers.register(NAME, func=create_indonesian_tokenizer)

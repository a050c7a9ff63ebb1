"""What a claim is based on may be a body that a list knows and the model does not."""

from said import told

from annotator.language.pipeline import load


def test_a_listed_paper_is_a_source_where_the_model_sees_no_name() -> None:
    text = "Per Financial Times bulan lalu, klub itu merupakan tim terpopuler di kota."
    with load("id").nlp.select_pipes(disable="ner"):
        assert told(text, "id") == [
            ("Financial Times", "Per", "klub itu merupakan tim terpopuler di kota")
        ]

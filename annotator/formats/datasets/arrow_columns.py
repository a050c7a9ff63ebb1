"""Rows of a type as a Parquet table, through Arrow."""

from collections.abc import Iterable, Iterator
from io import BytesIO, RawIOBase
from pathlib import Path
from typing import Any

from msgspec import inspect

from annotator.core.libraries import need

WHAT = "Parquet"


def parquet(lines: Iterable[bytes], type_: Any) -> bytes:
    """Return a Parquet file of rows given as JSON lines of a struct type."""
    io = need("arro3.io", WHAT, "arro3-io")
    target = BytesIO()
    reader = io.read_json(_Lines(lines), schema(type_))
    io.write_parquet(reader, target, compression="zstd(3)")
    return target.getvalue()


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a Parquet file."""
    io = need("arro3.io", WHAT, "arro3-io")
    for batch in io.read_parquet(path):
        names = batch.schema.names
        values = [batch.column(number).to_pylist() for number in range(len(names))]
        for row in zip(*values, strict=True):
            yield dict(zip(names, row, strict=True))


def schema(type_: Any) -> Any:
    """Return the Arrow schema of a struct type."""
    arrow = need("arro3.core", WHAT, "arro3-core")
    info = inspect.type_info(type_)
    assert isinstance(info, inspect.StructType)
    return arrow.Schema([_field(arrow, field) for field in info.fields])


def _field(arrow: Any, field: inspect.Field) -> Any:
    return arrow.Field(field.encode_name, _type(arrow, field.type), nullable=True)


def _type(arrow: Any, info: inspect.Type) -> Any:
    kinds = arrow.DataType
    match info:
        case inspect.UnionType():
            (known,) = (kind for kind in info.types if not isinstance(kind, inspect.NoneType))
            return _type(arrow, known)
        case inspect.StrType() | inspect.LiteralType():
            return kinds.utf8()
        case inspect.BoolType():
            return kinds.bool()
        case inspect.IntType():
            return kinds.int32()
        case inspect.FloatType():
            return kinds.float64()
        case inspect.DateTimeType():
            return kinds.timestamp("us", tz="UTC")
        case inspect.ListType() | inspect.VarTupleType():
            return kinds.list(arrow.Field("item", _type(arrow, info.item_type), nullable=True))
        case inspect.StructType(array_like=True):
            return kinds.list(arrow.Field("item", kinds.int32(), nullable=True))
        case inspect.StructType():
            return kinds.struct([_field(arrow, field) for field in info.fields])
    raise TypeError(f"no column type for {info}")


class _Lines(RawIOBase):
    """Lines as a file that is read in blocks."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            line = next(self._lines, None)
            if line is None:
                break
            self._rest += line
        size = len(self._rest) if size < 0 else size
        block, self._rest = self._rest[:size], self._rest[size:]
        return block

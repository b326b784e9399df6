"""As much of a JSON Schema validator as our schemas need; a word that it does not know is a failure."""

from __future__ import annotations

import re
from typing import Any

from care_desktop.scenario.reading.nodes import Mapping, Node, Scalar, Sequence

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_KNOWN = {
    *("$schema", "$defs", "$ref", "title", "type", "properties", "required", "additionalProperties", "items"),
    *("anyOf", "enum", "const", "pattern", "propertyNames", "minProperties", "maxProperties", "minimum"),
}


def valid(value: object, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Whether a value is as a schema has it."""
    assert schema.keys() <= _KNOWN
    if "$ref" in schema:
        return valid(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    types = schema.get("type", [])
    if types and not any(_is(value, one) for one in ([types] if isinstance(types, str) else types)):
        return False
    if "anyOf" in schema and not any(valid(value, one, root) for one in schema["anyOf"]):
        return False
    if "enum" in schema and not any(type(one) is type(value) and one == value for one in schema["enum"]):
        return False
    if "const" in schema and value != schema["const"]:
        return False
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value, re.ASCII):
        return False
    if isinstance(value, list):
        return all(valid(one, schema.get("items", {}), root) for one in value)
    return not isinstance(value, dict) or _is_map(value, schema, root)


def _is(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind])


def _is_map(value: dict[str, object], schema: dict[str, Any], root: dict[str, Any]) -> bool:
    if not set(schema.get("required", ())) <= value.keys():
        return False
    if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", len(value)):
        return False
    if not all(valid(key, schema.get("propertyNames", {}), root) for key in value):
        return False
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    return all(
        others is not False and valid(one, others, root) if key not in known else valid(one, known[key], root)
        for key, one in value.items()
    )


def as_an_editor(node: Node) -> object:
    """The values of a file as a reader of YAML 1.2 takes them, without quotes for numbers and truths."""
    match node:
        case Mapping(items):
            return {key.value: as_an_editor(value) for key, value in items}
        case Sequence(items):
            return [as_an_editor(one) for one in items]
        case Scalar(value, style):
            return value if style else _plain(value)


def _plain(value: str) -> object:
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if re.fullmatch(r"[-+]?\d+", value):
        return int(value)
    return float(value) if re.fullmatch(r"[-+]?\d+\.\d+", value) else value

"""The models that may stand at a place of a file, read off the models' annotations: for "did you mean" and for naming
the kinds of a union. A place is given by the parts of a validation error's location, union labels included."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

Part = str | int


def models_at(model: type[BaseModel], location: tuple[Part, ...]) -> tuple[type[BaseModel], ...]:
    """Every model that may stand at `location` below `model`; empty where no model stands."""
    found: list[Any] = [model]
    for part in location:
        found = [inner for each in found for inner in _inside(each, part)]
    return tuple(dict.fromkeys(each for each in found if _is_model(each)))


def keys_of(models: tuple[type[BaseModel], ...]) -> tuple[str, ...]:
    """Keys a planner may write in any of `models`, in the models' order."""
    return tuple(dict.fromkeys(field.alias or name for each in models for name, field in each.model_fields.items()))


def kinds_of(models: tuple[type[BaseModel], ...], key: str) -> tuple[str, ...]:
    """Words that may stand at `key`, the one that tells the models of a union apart."""
    return tuple(
        word for each in models if key in each.model_fields for word in get_args(each.model_fields[key].annotation)
    )


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _inside(annotation: Any, part: Part) -> Iterator[Any]:
    """Yield the annotations behind `part`; a label of a union narrows them."""
    if _is_model(annotation):
        yield from _inside_model(annotation, part)
    elif get_origin(annotation) is dict:
        yield from _plain(get_args(annotation)[1])
    elif get_origin(annotation) is tuple and isinstance(part, int):
        inner = get_args(annotation)
        yield from _plain(inner[0] if part >= len(inner) or inner[-1] is Ellipsis else inner[part])
    elif get_origin(annotation) is tuple:
        yield annotation


def _inside_model(model: type[BaseModel], part: Part) -> Iterator[Any]:
    for name, field in model.model_fields.items():
        if (field.alias or name) == part:
            yield from _plain(field.annotation)
            return
    if part == model.__name__ or part in _tags(model):
        yield model
    elif model.model_config.get("extra") == "allow":  # rows that stand under their ids at once
        yield from _plain(get_args(get_type_hints(model)["__pydantic_extra__"])[1])


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(tag for field in model.model_fields.values() if get_origin(field.annotation) is Literal
                 for tag in get_args(field.annotation))  # fmt: skip


def _plain(annotation: Any) -> Iterator[Any]:
    """`annotation` without `Annotated`, each member of a union by itself."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for each in get_args(annotation):
            yield from _plain(each)
    else:
        yield annotation

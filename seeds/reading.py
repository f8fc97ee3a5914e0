"""Reads the catalogue's YAML files and turns an item into a schema type, or says which file and key are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

# The loader in C reads the catalogue ten times faster; both are safe loaders.
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Shaped = TypeVar("_Shaped", bound=BaseModel)


class CatalogError(Exception):
    """The catalogue can't be used. `str()` names the file and the key."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(f"{file}: {key}: {problem}")
        self.file, self.key, self.problem = file, key, problem


def yaml_items(folder: Traversable) -> Iterator[tuple[str, dict[str, object]]]:
    """Every mapping of every list in `folder` and the folders in it, each with its file's path. Raises CatalogError."""
    for name, file in _files(folder, ""):
        yield from ((name, item) for item in yaml_list(file, name))


def yaml_list(file: Traversable, name: str | None = None) -> list[dict[str, object]]:
    """The mappings of a file that holds a list of them. Raises CatalogError."""
    items = yaml_content(file, name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise CatalogError(name or file.name, "YAML", "expected a list of mappings")
    return items


def yaml_mapping(file: Traversable) -> dict[str, object]:
    """The one mapping of a file. Raises CatalogError."""
    content = yaml_content(file)
    if not isinstance(content, dict):
        raise CatalogError(file.name, "YAML", "expected a mapping")
    return content


def yaml_content(file: Traversable, name: str | None = None) -> object:
    """What a YAML file holds. Raises CatalogError."""
    try:
        content: object = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, OSError) as error:
        raise CatalogError(name or file.name, "YAML", str(error)) from error
    return content


def yaml_files(folder: Traversable) -> list[Traversable]:
    """The YAML files that stand in `folder` itself, by name."""
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for file in yaml_files(folder):
        yield path + file.name, file
    for inner in sorted((item for item in folder.iterdir() if item.is_dir()), key=lambda item: item.name):
        yield from _files(inner, f"{path}{inner.name}/")


def parsed(shape: type[_Shaped], file: str, item: Mapping[str, object], key: str = "key") -> _Shaped:
    """`item` as a `shape`; `key` is the field that names it. Raises CatalogError with the first field that is wrong."""
    try:
        return shape.model_validate(item)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CatalogError(file, str(item.get(key, "?")), f"{where}: {first['msg']}") from error

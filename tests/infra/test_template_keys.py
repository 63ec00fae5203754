"""The tables have the keys and indexes that the models of the store read and write."""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from pynamodb.models import Model

import hearth.store
from tests.infra.templates import Properties, named_tables

Described = Sequence[Mapping[str, object]]
ELSEWHERE = {
    "logins": "operators",
    "refills": "operators",
    "seats": "scans",
    "tokens": "operators",
}


def _models() -> list[tuple[str, type[Model]]]:
    """Every model, with the table that its module keeps."""
    found = []
    for module in pkgutil.iter_modules(hearth.store.__path__):
        content = vars(importlib.import_module(f"hearth.store.{module.name}")).values()
        found += [
            (ELSEWHERE.get(module.name, module.name), one)
            for one in content
            if isinstance(one, type)
            and issubclass(one, Model)
            and one.__module__ == f"hearth.store.{module.name}"
        ]
    return found


def _keys(schema: Described, types: Described) -> set[tuple[object, ...]]:
    """Every key's name, role and type."""
    kinds = {one["AttributeName"]: one["AttributeType"] for one in types}
    return {(one["AttributeName"], one["KeyType"], kinds[one["AttributeName"]]) for one in schema}


def _indexes(table: Properties) -> dict[str, Any]:
    return {
        index["IndexName"]: (
            _keys(index["KeySchema"], table["AttributeDefinitions"]),
            index["Projection"]["ProjectionType"],
        )
        for index in table.get("GlobalSecondaryIndexes", [])
    }


MODELS = _models()


def test_every_table_has_a_model() -> None:
    assert {table for table, _ in MODELS} == set(named_tables())


@pytest.mark.parametrize(("name", "model"), MODELS)
def test_a_model_has_the_keys_of_its_table(name: str, model: type[Model]) -> None:
    table, schema = named_tables()[name], model._get_schema()
    assert _keys(schema["key_schema"], schema["attribute_definitions"]) == _keys(
        table["KeySchema"], table["AttributeDefinitions"]
    )


@pytest.mark.parametrize(("name", "model"), MODELS)
def test_an_index_that_a_model_reads_is_there(name: str, model: type[Model]) -> None:
    schema = model._get_schema()
    read = {
        index["index_name"]: (
            _keys(index["key_schema"], schema["attribute_definitions"]),
            index["projection"]["ProjectionType"],
        )
        for index in schema["global_secondary_indexes"]
    }
    assert read.items() <= _indexes(named_tables()[name]).items()


def test_every_index_is_read_by_a_model() -> None:
    read = {
        (table, index["index_name"])
        for table, model in MODELS
        for index in model._get_schema()["global_secondary_indexes"]
    }
    built = {(name, index) for name, table in named_tables().items() for index in _indexes(table)}
    assert read == built

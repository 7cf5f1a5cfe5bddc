import numpy as np

from comity.evaluate.multiverse_groups import (
    CrossProductStore,
    batches_of,
    groups_of,
    requests_of,
    subset,
)
from tests.evaluate.small_study import made, small_study


def everything(**changes):
    universe, columns = made(small_study(**changes))
    return universe, columns, requests_of(universe, columns, np.arange(len(universe)))


def test_groups_cover_every_specification_once_on_complete_rows():
    universe, columns, requests = everything()
    seen = []
    for group, part in groups_of(universe, columns, requests):
        seen += part.numbers.tolist()
        used = part.regressors.any(axis=0)
        used[part.outcome] = True
        assert np.isfinite(columns.values[group.rows][:, used]).all()
    assert sorted(seen) == list(range(len(universe)))


def test_common_rows_are_complete_for_all():
    universe, columns, requests = everything(missing="common", samples={"all": ""})
    found = {group.rows.sum() for group, _ in groups_of(universe, columns, requests)}
    assert len(found) == 1
    each = everything(samples={"all": ""})
    assert len({g.rows.sum() for g, _ in groups_of(*each)}) == 4


def test_a_quantity_that_does_not_exist_is_empty():
    universe, _, requests = everything(moderators=("none", "big"), quantities=("interaction",))
    names = list(universe.labels)
    moderator = universe.alternatives(np.arange(len(universe)))[:, names.index("moderator")]
    assert ((requests.quantity != 0).any(axis=1) == (moderator == 1)).all()


def test_a_subset_has_the_cross_products_of_its_columns():
    universe, columns, requests = everything()
    store = CrossProductStore()
    group, part = next(groups_of(universe, columns, requests))
    cross, complete = store.of(group, columns)
    assert store.of(group, columns)[0] is cross
    small = subset(cross, np.array([0, 2]))
    assert np.allclose(small.total, small.columns.T @ small.columns)
    whole = np.add.reduceat(
        small.columns[small.ways[0].order][:, :1] * small.columns[small.ways[0].order],
        small.ways[0].starts,
    )
    assert np.allclose(small.ways[0].packed[:2].T, whole)
    members = np.concatenate([m for m, _, _ in batches_of(part, complete)])
    assert sorted(members) == list(range(len(part.numbers)))

from hashlib import sha256

from comity.world.manifest import Manifest, RawFile, SourceRecord


def record(name: str, vintage: str = "v1", **more: object) -> SourceRecord:
    fields: dict[str, object] = {
        "title": "Côte d'Ivoire scores",
        "publisher": "Test Press",
        "licence": "O",
        "licence_name": "CC BY 4.0",
        "files": (RawFile("a.csv", "00ff", 12),),
        "rows": 3,
        "partners": 2,
        "first": 2018,
        "last": 2020,
        "dropped": ("One row had no code.",),
    }
    return SourceRecord(id=name, vintage=vintage, **{**fields, **more})


def test_round_trip_is_exact_and_text_is_stable():
    manifest = Manifest((record("alpha"), record("beta", files=())))
    assert Manifest.from_json(manifest.to_json()) == manifest
    assert manifest.to_json() == Manifest.from_json(manifest.to_json()).to_json()


def test_import_replaces_the_record_of_its_source():
    base = Manifest((record("alpha"), record("beta")))
    merged = base.merged([Manifest((record("beta", "v2"), record("gamma")))])
    assert [(r.id, r.vintage) for r in merged.sources] == [
        ("alpha", "v1"),
        ("beta", "v2"),
        ("gamma", "v1"),
    ]


def test_raw_file_is_digested(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"abc")
    assert RawFile.of(path) == RawFile("a.csv", sha256(b"abc").hexdigest(), 3)

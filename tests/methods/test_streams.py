from comity.methods.streams import Stream, stream


def test_streams_are_named_by_seed_purpose_and_block():
    first = stream(1, Stream.WEIGHTS, 0).random(4).tolist()
    assert stream(1, Stream.WEIGHTS, 0).random(4).tolist() == first
    for other in (
        stream(2, Stream.WEIGHTS, 0),
        stream(1, Stream.ERROR, 0),
        stream(1, Stream.WEIGHTS, 1),
    ):
        assert other.random(4).tolist() != first


def test_the_numbers_are_pinned():
    """A change here changes every seeded result and must be announced."""
    got = stream(1, Stream.WEIGHTS, 0).random(3).round(12).tolist()
    assert got == PINNED


PINNED = [0.881549137337, 0.894520199168, 0.203099642188]

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from comity.reports.label_places import Mark, place_labels

SIZE = (300.0, 200.0)
marks = st.lists(
    st.builds(
        Mark,
        st.floats(0, SIZE[0]),
        st.floats(0, SIZE[1]),
        st.floats(2, 15),
        st.sampled_from(["KEN", "UGA", "TZA"]),
    ),
    max_size=25,
)


@given(marks)
def test_no_label_covers_another_or_leaves_the_plot(given_marks):
    placed = place_labels(given_marks, range(len(given_marks)), SIZE)
    boxes = [(p.x, p.y - 6, p.x + 6.6 * 3, p.y + 6) for p in placed]
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= SIZE[0]
        assert bottom <= SIZE[1]


def test_the_first_wanted_gets_its_place():
    close = [Mark(100, 100, 4, "KEN"), Mark(101, 100, 4, "UGA")]
    assert place_labels(close, [1, 0], SIZE)[0].mark == 1
    assert place_labels(close, [], SIZE) == ()

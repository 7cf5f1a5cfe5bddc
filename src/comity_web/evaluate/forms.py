"""Forms of runs, uploads and studies of somebody's own."""

from typing import TYPE_CHECKING, Any

from django import forms

from comity.evaluate.ready_studies import PERMUTATIONS
from comity_web.answers.values import SMALL
from comity_web.evaluate.actions import MOST_PERMUTATIONS
from comity_web.evaluate.queries import datasets_for, study_scopes
from comity_web.evaluate.study_cards import StudyCard

if TYPE_CHECKING:
    from comity_web.access.models import User

#: A study's file is text of a few screens.
MOST_TEXT = 100_000


class RunOptions(forms.Form):
    """What every run is asked: the seed, and how many permutations."""

    seed = forms.IntegerField(
        min_value=0,
        max_value=SMALL,
        initial=1,
        help_text="Of permutations and resamples; the same seed gives the same numbers.",
    )
    permutations = forms.IntegerField(
        min_value=0,
        max_value=MOST_PERMUTATIONS,
        initial=PERMUTATIONS,
        help_text="Of whole treatment histories, to test each curve as a whole. They take longest; "
        "0 leaves the test out.",
    )


class ReadyRunForm(RunOptions):
    """The same with the way to measure."""

    variant = forms.ChoiceField(label="Measured by", required=False)
    field_order = ("variant", "seed", "permutations")

    def __init__(self, *args: Any, card: StudyCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready = [(name, title) for name, title, here in card.variants if here]
        self.fields["variant"].choices = ready  # type: ignore[attr-defined]


class UploadForm(forms.Form):
    """A table and whose it is."""

    table = forms.FileField(
        label="CSV file",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
        help_text="UTF-8 with a header, one row for each unit and period; 20 MB at most.",
    )
    scope = forms.ChoiceField(
        label="Who may see it", help_text="Those who may read drafts there; nobody else."
    )
    unclassified = forms.BooleanField(
        label="It holds unclassified data only, and nothing about persons",
        error_messages={"required": "Only unclassified data may be uploaded; say that it is so."},
    )

    def __init__(self, *args: Any, user: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(scope), scope.title.capitalize()) for scope in study_scopes(user)]
        self.fields["scope"].choices = choices  # type: ignore[attr-defined]


class OwnStudyForm(RunOptions):
    """A study's file and the table that it reads."""

    study = forms.CharField(
        label="Study (TOML)",
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 22, "spellcheck": "false", "wrap": "off"}),
        help_text="Each list is a choice with its alternatives; every combination is run.",
    )
    dataset = forms.ChoiceField(
        label="Table",
        required=False,
        help_text="An uploaded table, or the panel where the study names indicators.",
    )
    field_order = ("study", "dataset", "seed", "permutations")

    def __init__(self, *args: Any, user: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tables = [(str(one.pk), f"{one.name} ({one.rows:,} rows)") for one in datasets_for(user)]
        choices = [("", "The panel of this installation"), *tables]
        self.fields["dataset"].choices = choices  # type: ignore[attr-defined]

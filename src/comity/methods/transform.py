"""Monotone transforms of an indicator before it is scaled."""

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import RecipeError

TRANSFORMS = ("none", "log", "log1p", "asinh", "sqrt")


def transform(x: FloatArray, kind: str) -> FloatArray:
    """Transform values; NaN stays NaN.

    Parameters
    ----------
    x
        Values of one indicator, any shape.
    kind
        ``none``; ``log`` (positive values); ``log1p`` (log(1 + x), values clipped at 0 first, for
        money that can be negative through de-obligations); ``asinh`` (any sign); ``sqrt``
        (clipped at 0).

    Raises
    ------
    RecipeError
        If the kind is unknown, or if ``log`` meets a value that is not positive.

    Examples
    --------
    >>> import numpy as np
    >>> transform(np.array([0.0, np.e - 1]), "log1p").tolist()
    [0.0, 1.0]
    """
    if kind == "none":
        return x
    if kind == "log":
        if (x <= 0).any():
            raise RecipeError("The transform 'log' needs positive values; use 'log1p' or 'asinh'.")
        return np.log(x)
    if kind == "log1p":
        return np.log1p(np.maximum(x, 0.0))
    if kind == "asinh":
        return np.arcsinh(x)
    if kind == "sqrt":
        return np.sqrt(np.maximum(x, 0.0))
    raise RecipeError(f"There is no transform {kind!r}; choose one of {', '.join(TRANSFORMS)}.")

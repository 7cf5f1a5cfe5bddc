"""What every answer of the API has in common: who may ask, pages, tags, tables, clear refusals."""

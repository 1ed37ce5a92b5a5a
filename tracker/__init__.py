"""Diplomatic engagements, read from articles into a dated, sourced record.

                     ┌───────────── writing wing ─────────────┐         ┌── reading wing ──┐
 article ─▶ documents ─▶ extract ─▶ resolve ─▶ store.record ─▶ [db] ─▶ store.query ─▶ views ─▶ terminal / file
                     └───────────── walked by pipeline ───────┘         └── walked by cli ─┘
                                        model.py is the hall

Rooms never import each other: they meet in `pipeline` and `cli`, and share `model`, `errors`, `reference`, `settings`.
One library, one room: SQLAlchemy and Alembic in `store`, spaCy in `extract`, HTTP in `extract.llm`, Typer in `cli`,
dask in `pipeline`, Rich in `cli` and `views`, Textual in `cli.review`. Two rooms stand apart: `review` tells what a
person should look at first and what is decided of it, `evaluation` compares what was read with labelled articles.
"""

__version__ = "0.1.0"

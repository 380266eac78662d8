"""What Alembic runs to bring a ledger's tables to this version: always on the connection that opening.py hands it."""

from alembic import context

from hearsay.ledger.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=False)
context.run_migrations()

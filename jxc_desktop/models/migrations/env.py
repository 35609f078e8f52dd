"""How alembic runs here: on the connection that storage hands over, inside its transaction."""

from alembic import context

from jxc_desktop.models.records import Record

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()

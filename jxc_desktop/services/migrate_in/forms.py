"""The forms of all kinds of files."""

from jxc_desktop.services.migrate_in.import_forms import ImportForm, ImportKind
from jxc_desktop.services.migrate_in.opening_columns import OPENING_FORM
from jxc_desktop.services.migrate_in.partner_columns import PARTNER_FORM
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM

FORMS: dict[ImportKind, ImportForm] = {form.kind: form for form in (PRODUCT_FORM, PARTNER_FORM, OPENING_FORM)}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: every row of the settings table on its page, edited in place and applied at once.

A setting appears by itself: its type, unit, choices and form say how it is edited, `section_source` puts it under a
head, `needs` greys it out, `at_start` says that it waits for the next start. Nothing is to be done here.

For one that needs more, write an `editor.Editor` in your own module and name it in `own.EDITORS`, one row::

    settings.schedule.PLAN.key: PlanEditor,

A row then calls ``PlanEditor(setting, means)`` when its page is opened, gives it the value in force with `show_value`,
now and whenever it changes, and takes what its signal `chosen` carries: a refusal is shown beside it in its sentence.
Label, help, mark, reset, search and greying out are the row's. `wide` editors stand below their label, as wide as the
page. One that is a dialog of its own: derive from `own.Elsewhere`.

What is no setting but belongs beside one (what the router said, a button that tests the port): a QWidget, made by
``factory(means)``, that is named in `own.BELOW` under the key of the setting that it stands below.
"""

"""How forms are drawn: label, field, help and error, one under another."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Use our own templates for forms and their fields."""

    form_template_name = "site/form.html"
    field_template_name = "site/field.html"

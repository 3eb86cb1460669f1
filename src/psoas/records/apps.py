"""The Django app of the cellar."""

from django.apps import AppConfig


class Records(AppConfig):
    name = "psoas.records"
    label = "records"

"""Addresses: one family of pages each."""

from django.urls import include, path

urlpatterns = [
    path("patterns/", include("psoas.web.patterns.urls")),
]

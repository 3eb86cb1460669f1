"""The pattern page."""

from django.urls import path

from psoas.web.patterns import views

app_name = "patterns"
urlpatterns = [path("", views.show, name="show")]

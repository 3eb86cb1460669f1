"""The hand-over."""

from django.urls import path

from psoas.web.handover import views

app_name = "handover"
urlpatterns = [
    path("", views.show, name="show"),
    path("content/", views.content, name="content"),
]

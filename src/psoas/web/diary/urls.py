"""The log."""

from django.urls import path

from psoas.web.diary import views

app_name = "diary"
urlpatterns = [
    path("", views.log, name="log"),
    path("after/", views.after, name="after"),
    path("asked/", views.asked, name="asked"),
    path("new/", views.anything_new, name="new"),
]

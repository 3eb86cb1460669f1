"""The window of one-minute breaks."""

from django.urls import path

from psoas.web.breaks import views

app_name = "breaks"
urlpatterns = [
    path("", views.show, name="show"),
    path("choose/", views.choose, name="choose"),
    path("told/", views.tell, name="tell"),
]

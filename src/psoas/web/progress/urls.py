"""Progress."""

from django.urls import path

from psoas.web.progress import views

app_name = "progress"
urlpatterns = [path("", views.show, name="show"), path("relief/", views.relief, name="relief")]

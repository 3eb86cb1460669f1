"""The worker stands at the root, because it may only look after what lies below it."""

from django.urls import path

from psoas.web.offline import views

app_name = "offline"
urlpatterns = [
    path("service-worker.js", views.service_worker, name="worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("offline/", views.show, name="show"),
]

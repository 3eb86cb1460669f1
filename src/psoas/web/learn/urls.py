"""Learning, and about."""

from django.urls import path

from psoas.web.learn import fusion_path, views

app_name = "learn"
urlpatterns = [
    path("learn/", views.questions, name="questions"),
    path("learn/sharing/", views.sharing, name="sharing"),
    path("learn/after-fusion/", views.after_fusion, name="after-fusion"),
    path("learn/living-with-a-fusion/", fusion_path.living, name="living"),
    path("learn/psoas/", views.psoas, name="psoas"),
    path("learn/before-an-operation/", fusion_path.before, name="before"),
    path("learn/claims/", views.claims, name="claims"),
    path("learn/sources/", views.sources, name="sources"),
    path("about/", views.about, name="about"),
]

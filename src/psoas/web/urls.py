"""Addresses: one family of pages each."""

from django.urls import include, path

from psoas.web.preferences.calendar import subscribe

urlpatterns = [
    path("", include("psoas.web.today.urls")),
    path("", include("psoas.web.intake.urls")),
    path("", include("psoas.web.session.urls")),
    path("", include("psoas.web.offline.urls")),
    path("", include("psoas.web.learn.urls")),
    path("flare/", include("psoas.web.flare.urls")),
    path("breaks/", include("psoas.web.breaks.urls")),
    path("plan/", include("psoas.web.plan.urls")),
    path("log/", include("psoas.web.diary.urls")),
    path("progress/", include("psoas.web.progress.urls")),
    path("therapist/", include("psoas.web.therapist.urls")),
    path("assessment/", include("psoas.web.assessment.urls")),
    path("picture/", include("psoas.web.picture.urls")),
    path("library/", include("psoas.web.library.urls")),
    path("calendar/<str:token>.ics", subscribe, name="subscribe"),
    path("settings/", include("psoas.web.preferences.urls")),
    path("hand-over/", include("psoas.web.handover.urls")),
    path("patterns/", include("psoas.web.patterns.urls")),
]
handler404 = "psoas.web.error_pages.not_found"
handler500 = "psoas.web.error_pages.failed"
handler400 = "psoas.web.error_pages.failed"

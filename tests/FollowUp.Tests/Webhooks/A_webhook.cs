using FollowUp.Changes;
using FollowUp.Webhooks;
using NodaTime;

namespace FollowUp.Tests.Webhooks;

/// <summary>
/// What becomes of a webhook with each answer, and by what its receiver knows us. Tests <see cref="Webhook"/>, <see cref="WebhookAnswer"/>,
/// <see cref="WebhookFailure"/>, <see cref="WebhookEnd"/>, <see cref="WebhookSecret"/>, <see cref="WebhookKind"/>,
/// <see cref="RetryTable"/> and <see cref="WebhookSignature"/>.
/// </summary>
public sealed class A_webhook
{
    private static readonly Instant At = Instant.FromUtc(2020, 5, 15, 16, 0);
    private static readonly ChangeCursor Here = new("log", 4, 0);
    private static readonly ChangeCursor There = new("log", 5, 0);

    private static readonly Webhook Told = new(
        "desk", WebhookKind.Events, "https://hooks.example/x", [], At, [new(WebhookSignature.NewSecret(), null)], Here);

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public void goes_on_once_it_has_taken_something(int status)
    {
        Webhook after = Told.After(WebhookAnswer.Of(500), There, At).After(WebhookAnswer.Of(status), There, At);
        (after.Next, after.Failure, after.TookAt).Should().Be((There, null, At));
    }

    [Theory]
    [InlineData("302")]
    [InlineData("400")]
    [InlineData("503")]
    [InlineData("timeout")]
    [InlineData("forbidden-address")]
    public void stays_where_it_is_until_then(string word)
    {
        Webhook after = Told.After(new(word), There, At);
        (after.Next, after.Failure, after.Disabled)
            .Should().Be((Here, new WebhookFailure(At, 1, word, At + Duration.FromSeconds(5)), null));
        (after.IsDue(At), after.IsDue(At + Duration.FromMinutes(1))).Should().Be((false, true));
    }

    [Fact]
    public void is_tried_ten_times_over_75_hours_and_then_no_more()
    {
        (Webhook webhook, Instant now) = (Told, At);
        for (int tries = 1; webhook.Disabled is null; tries++)
        {
            webhook.IsDue(now).Should().BeTrue();
            webhook = webhook.After(WebhookAnswer.Unreachable, There, now);
            webhook.Failure!.Tries.Should().Be(tries).And.BeLessThanOrEqualTo(RetryTable.TriesMax);
            now = webhook.Failure.NextAt ?? now;
        }

        (now - At).TotalHours.Should().BeApproximately(75.6, 0.1);
        (webhook.Failure!.Tries, webhook.Disabled!.Why, webhook.Failure.Since).Should().Be((10, WebhookEnd.TriesSpent, At));
        webhook.IsDue(now + Duration.FromDays(30)).Should().BeFalse();
        (webhook.Resume().Next, webhook.Resume().IsDue(now)).Should().Be((Here, true), "nothing of what it missed is left out");
    }

    [Fact]
    public void is_told_no_more_where_it_says_that_it_is_gone() =>
        Told.After(WebhookAnswer.Of(410), There, At).Disabled.Should().Be(new WebhookEnd(At, WebhookEnd.Gone));

    [Fact]
    public void wants_all_or_what_it_names()
    {
        Told.Wants("followup.item.signed").Should().BeTrue();
        (Told with { Types = ["followup.item.reported"] }).Wants("followup.item.signed").Should().BeFalse();
    }

    [Fact]
    public void signs_with_what_was_its_secret_for_a_day()
    {
        Webhook rotated = Told.Rotate("whsec_bmV3", At).Rotate("whsec_bmV3ZXI=", At);
        rotated.LiveSecrets(At + Duration.FromHours(23)).Should().Equal(
            ["whsec_bmV3ZXI=", "whsec_bmV3", Told.Secrets[0].Value], "each was promised a day");
        rotated.LiveSecrets(At + Duration.FromHours(24)).Should().Equal("whsec_bmV3ZXI=");
        $"{rotated.Secrets[0]}".Should().NotContain("whsec_");
    }

    /// <summary>The vector that the libraries of Standard Webhooks have in common.</summary>
    [Fact]
    public void is_signed_to_as_the_standard_says()
    {
        string other = "whsec_" + Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
        IReadOnlyList<(string Name, string Value)> headers = WebhookSignature.Headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.FromUnixTimeSeconds(1_614_265_330), "{\"test\": 2432232314}"u8,
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", other]);
        headers.Select(header => header.Name).Should().Equal("webhook-id", "webhook-timestamp", "webhook-signature");
        headers[1].Value.Should().Be("1614265330");
        headers[2].Value.Should().StartWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,");
    }

    [Fact]
    public void has_a_secret_of_its_own_that_nobody_guesses()
    {
        string[] secrets = [.. Enumerable.Range(0, 50).Select(_ => WebhookSignature.NewSecret())];
        secrets.Should().OnlyHaveUniqueItems().And.AllSatisfy(secret =>
            Convert.FromBase64String(secret["whsec_".Length..]).Should().HaveCount(32));
    }
}

using FollowUp.Board.Tests.Day;
using FollowUp.Board.Tests.Rig;

namespace FollowUp.Board.Tests;

/// <summary>
/// From an empty board to who was told what, in one go: somebody of the office enters what was signed, enters what people ring up about,
/// notes who goes away, tries a plan out and applies it; and weeks later finds what is late. With one hand, in one language each.
/// </summary>
public sealed class A_coordinators_day
{
    private static readonly DateTimeOffset Monday = Moments.Day("2026-01-12T10:00:00+08:00");

    private static readonly DateTimeOffset Later = Moments.Day("2026-03-04T10:00:00+08:00");

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    [InlineData("ru-RU")]
    public Task is_done_by_keyboard_alone(string locale) => Pass(Paper.Of(locale), hasMouse: false);

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    [InlineData("ru-RU")]
    public Task is_done_by_mouse_alone(string locale) => Pass(Paper.Of(locale), hasMouse: true);

    private static async Task Pass(Paper paper, bool hasMouse)
    {
        await using RunningApp app = await RunningApp.StartClosed(Monday, new() { ["Access:Coordinators"] = Paper.Office });
        app.Http.DefaultRequestHeaders.Add("x-functions-key", RunningApp.RobotKey);
        await Window.On(app, new Seat(IsStill: true, Locale: paper.Locale, Width: 1280), async window =>
        {
            Coordinator at = await Coordinator.SignIn(app, window, hasMouse, paper);
            await Registering.Begin(at);
            await Acting.Sign(at);
            await Acting.Extend(at);
            await Acting.HandOver(at);
            await Acting.Suspend(at);
            await Acting.Close(at);
            await Planning.EnterAbsence(at);
            await Planning.SeeAbsence(at);
            await Planning.ChangePlan(at);

            await at.ComeBack(Later);
            await Finding.WhatIsLate(at);
            await Finding.WhoWasTold(at);
            await Finding.OneByName(at, What.Pilots);
            await Acting.Resume(at);
            await IsOnRecord(at);
        });
    }

    /// <summary>Law 19: whatever is entered for somebody else says through whom it came.</summary>
    private static async Task IsOnRecord(Coordinator at) => (await Finding.Journal(at)).Should().Equal(
        "signed*", "signed*", "extension-asked*", "extension-granted*", "handed-over", "waiting", "signed*", "reported*", "returned*",
        "reported*", "confirmed*", "resumed");
}

using FollowUp.Items;
using NodaTime;

namespace FollowUp.Feeds;

/// <summary>A day in somebody's calendar: on which an item is due, or a stage of it.</summary>
/// <param name="Stage">Its id; null for the item itself.</param>
/// <param name="Part">What the reader is to it, a word of <see cref="Plans.Role"/>; null in an agreement's calendar.</param>
/// <param name="ChangedAt">
/// When anybody last did something about it; never the moment of reading, so that what is the same looks so.
/// </param>
public sealed record FeedEvent(AgreedItem Item, string? Stage, LocalDate Day, FeedState State, string? Part, Instant ChangedAt)
{
    /// <summary>The same for as long as there is the item, in whichever calendar, on whichever installation.</summary>
    public string Uid => $"{Item.Agreement}.{Item.Id}{(Stage is null ? "" : $".{Stage}")}@followup";

    /// <summary>
    /// Grows with every change of the item: its date, its owner, its state. That it is assigned, which its clock writes, is half a step.
    /// </summary>
    public int Sequence => (2 * Item.Revision) + (Item.AssignedAt is null ? 0 : 1);

    /// <summary>Whether calendars are to strike it out.</summary>
    public bool IsCancelled => State is FeedState.Withdrawn or FeedState.HandedOver;

    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsOpen => State is FeedState.Open or FeedState.NotBegun or FeedState.Waiting or FeedState.Reported;

    /// <summary>Whether the reader is reminded of it: those alone whose work it is.</summary>
    public bool HasAlarms => State == FeedState.Open && (Part is Plans.Role.Owner or Plans.Role.Supporting);
}

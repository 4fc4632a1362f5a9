using FollowUp.Agreements;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Operations;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>Whether somebody was told something on a day.</summary>
/// <param name="TimeZone">By whose clock that day began and ended: the person's.</param>
/// <param name="Told">Whether any letter was handed over to them that day.</param>
/// <param name="Notices">All that has to do with it: meant for them, or handed over to them, that day.</param>
public sealed record ToldResponse(string Person, LocalDate On, string TimeZone, bool Told, IReadOnlyList<ToldNoticeResponse> Notices)
{
    public static ToldResponse Of(ToldQuestion question, IReadOnlyList<ToldNotice> notices) => new(
        question.Person.Id, question.On, question.Person.Zone().Id, notices.Any(notice => notice.Telling == Telling.Told),
        [.. notices.Select(ToldNoticeResponse.Of)]);
}

/// <summary>A notice, what it has to do with the question, and what seals it.</summary>
/// <param name="SealedBy">Absent while it has not come to its end.</param>
public sealed record ToldNoticeResponse(string Agreement, Wording Title, Telling Answer, NoticeResponse Notice, SealResponse? SealedBy)
{
    public static ToldNoticeResponse Of(ToldNotice told) => new(
        told.Item.Agreement, told.Item.Title, told.Telling, NoticeResponse.Of(told.Notice), SealResponse.Of(told.SealedBy));
}

/// <summary>The entry of the agreement's journal that seals the end of a notice.</summary>
/// <param name="IsWhole">
/// Whether it seals every field of its row; else, in journals of earlier versions, who, what, when and why, without address and Message-ID.
/// </param>
public sealed record SealResponse(int Seq, Instant At, string Hash, bool IsWhole)
{
    public static SealResponse? Of(Entry? entry) =>
        entry is null ? null : new(entry.Seq, entry.At, entry.Hash, entry.Digest is not null);
}

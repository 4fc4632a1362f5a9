using System.Globalization;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>A scope as a line of text: its fields in order, parted by blanks, which no id has; times in minutes since 1970.</summary>
internal static class ScopeText
{
    private const int SecondsPerMinute = 60;

    public static string Write(AnswerScope scope) => string.Create(
        CultureInfo.InvariantCulture,
        $"{scope.Agreement} {scope.Item} {scope.Action} {scope.Recipient} {scope.Ownership} {scope.Number} "
        + $"{Minutes(scope.IssuedAt)} {Minutes(scope.ExpiresAt)}");

    /// <returns>Null for what <see cref="Write"/> would never write.</returns>
    public static AnswerScope? Read(string text)
    {
        if (text.Split(' ') is not [var agreement, var item, var action, var recipient, var ownership, var number, var from, var to]
            || !new[] { agreement, item, recipient }.All(Identifier.IsValid)
            || !AnswerAction.All.Contains(action))
        {
            return null;
        }

        int?[] numbers = [Number(ownership), Number(number), Number(from), Number(to)];
        AnswerScope? scope = numbers.Contains(null)
            ? null
            : new(
                agreement, item, action, recipient, numbers[0]!.Value, numbers[1]!.Value, FromMinutes(numbers[2]), FromMinutes(numbers[3]));
        return scope is { } read && read.IssuedAt < read.ExpiresAt && read.ExpiresAt - read.IssuedAt <= AnswerScope.LongestLife
            && Write(read) == text
            ? read
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static long Minutes(Instant at) => at.ToUnixTimeSeconds() / SecondsPerMinute;

    private static Instant FromMinutes(int? minutes) => Instant.FromUnixTimeSeconds(minutes!.Value * (long)SecondsPerMinute);
}

using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Http.Responses;
using FollowUp.Values;

namespace FollowUp.Tests.Http.Responses;

/// <summary>
/// What callers build on: the names in each answer, in their order. A name that goes, or changes, breaks somebody; one that comes is added
/// to <c>answers.txt</c>. Tests <see cref="ItemResponse"/>, <see cref="AgreementResponse"/> and <see cref="DifferenceResponse"/>.
/// Also tests <see cref="NoticeDifferenceResponse"/>, <see cref="RecurrenceResponse"/>, <see cref="ExtensionResponse"/>,
/// <see cref="WarningResponse"/>, <see cref="EntryResponse"/>, <see cref="LadderResponse"/>, <see cref="RungResponse"/>,
/// <see cref="ReviewResponse"/>, <see cref="CalendarResponse"/>, <see cref="AlarmResponse"/>, <see cref="StuckResponse"/> and
/// <see cref="WaitingLetterResponse"/>.
/// </summary>
public sealed class ResponseContractTests
{
    [Fact]
    public void have_the_names_that_callers_know() =>
        Answers().Should().Equal(File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "answers.txt")));

    /// <summary>Every type that answers are made of, also of the core, with its properties as they are written.</summary>
    private static IEnumerable<string> Answers()
    {
        Queue<Type> left =
            new(typeof(ItemResponse).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(ItemResponse).Namespace));
        HashSet<Type> known = [.. left];
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        while (left.TryDequeue(out Type? type))
        {
            JsonTypeInfo read = Json.Options.GetTypeInfo(type);
            found[type.Name] =
                string.Join(' ', read.Properties.Where(property => property.Get is not null).Select(property => property.Name));
            foreach (Type of in read.Properties.Select(property => Innermost(property.PropertyType))
                .Where(of => of.Namespace?.StartsWith("FollowUp.", StringComparison.Ordinal) == true && !of.IsEnum))
            {
                if (known.Add(of))
                {
                    left.Enqueue(of);
                }
            }
        }

        return found.Select(type => $"{type.Key}: {type.Value}");
    }

    private static Type Innermost(Type type) => type.IsGenericType ? Innermost(type.GetGenericArguments()[^1]) : type;

    private static string Here([CallerFilePath] string file = "") => file;
}

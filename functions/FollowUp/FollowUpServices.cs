using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.Http;
using FollowUp.Operations;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp;

/// <summary>What the functions are made of.</summary>
public static class FollowUpServices
{
    /// <summary>Nothing here replaces what was registered before: tests bring their clock and their transport first.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services, IConfiguration settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new Tables(settings, provider.GetService<HttpPipelineTransport>()));
        services.TryAddSingleton(Correspondence.Of(settings));
        services.TryAddSingleton(Correspondence.Channel(settings));
        return services
            .AddSingleton<Readiness>()
            .AddHostedService(provider => provider.GetRequiredService<Readiness>())
            .AddSingleton<KeptFiles>()
            .AddSingleton<Commits>()
            .AddSingleton<AgreementFiles>()
            .AddSingleton<ReferenceData>()
            .AddSingleton<Everybody>()
            .AddSingleton<ItemContext>()
            .AddSingleton<DueIndex>()
            .AddSingleton<Catalogue>()
            .AddSingleton<Mentions>()
            .AddSingleton<Listings>()
            .AddSingleton<Postbag>()
            .AddSingleton<EarlierBags>()
            .AddSingleton<Registration>()
            .AddSingleton<Changes>()
            .AddSingleton<Occurrences>()
            .AddSingleton<ItemClock>()
            .AddSingleton<PostClocks>()
            .AddSingleton<EndedClocks>()
            .AddSingleton<Suppositions>()
            .AddSingleton<Forecast>()
            .AddSingleton<Rebases>()
            .AddSingleton<Repairs>()
            .AddSingleton<Outcomes>()
            .AddSingleton<Mailroom>()
            .AddSingleton<Rearming>()
            .AddSingleton<Lookup>()
            .AddSingleton<LetterTemplates>()
            .AddSingleton<Resolution>()
            .AddSingleton<Scribe>()
            .AddSingleton<MailTrouble>()
            .AddSingleton<Registering>()
            .AddSingleton<Actors>()
            .AddSingleton<ItemVerb>();
    }
}

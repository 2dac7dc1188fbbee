package dev.pagewright.benchmarks.chat;

import java.util.List;

/** Questions of other worlds, without any company's name, which no report of a company or an agency answers. */
final class StrayQuestions {

    static final List<String> ALL = List.of(
            "Who is the auditor of the moon?",
            "How many satellites did the company launch?",
            "What is the recipe for pancakes?",
            "What colour is the headquarters building?",
            "How many goals were scored in the final?",
            "What is the salary of the chief executive's driver?",
            "Which university did the founder attend?",
            "What is the boiling point of water?",
            "When does the lease of the Berlin warehouse end?",
            "How many cows does the farm have?",
            "What was the price of wheat in 1990?",
            "Who wrote the national anthem?",
            "How long is the warranty of the dishwasher?",
            "What is the password of the wireless network?",
            "Which airline carried the most passengers?",
            "What is the notice period of the employment contract?",
            "How much did the wedding cost?",
            "What vaccine was tested in the trial?",
            "Who is the landlord of the apartment?",
            "What dosage did patients receive?",
            "How tall is the tower?",
            "Which judge signed the verdict in the murder case?",
            "What is the tuition fee?",
            "How many pupils attend the school?",
            "What is the speed limit on the bridge?",
            "Who directed the film?",
            "What ingredients are in the soup?",
            "What was the temperature in July?",
            "How many bedrooms does the house have?",
            "Who won the election?",
            "What breed is the dog?",
            "When was the castle built?",
            "How many bottles of wine were produced?",
            "What is the blood pressure of the patient?",
            "How much does the bicycle weigh?",
            "Which hotel hosted the conference?",
            "What is the depth of the lake?",
            "Who painted the portrait?",
            "How many refugees crossed the border?",
            "What is the name of the ship's captain?",
            "How far is the airport from the city?",
            "What was the yield of the rice harvest?",
            "Which players scored?",
            "What is the melting point of gold?",
            "How many votes did the mayor receive?",
            "What is the title of the novel?",
            "When did the earthquake happen?",
            "How old is the bride?",
            "What medicine was prescribed?",
            "Which street is the bakery in?");

    private StrayQuestions() {}
}
